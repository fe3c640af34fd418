import { Module } from '@nestjs/common';
import { MatrixResolver } from './matrix.resolver.js';

@Module({ providers: [MatrixResolver] })
export class MatrixModule {}
